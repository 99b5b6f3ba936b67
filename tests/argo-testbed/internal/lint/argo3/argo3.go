// Package argo3 is the validation of Argo 3.
package argo3

import (
	"context"

	wfv1 "github.com/argoproj/argo-workflows/v3/pkg/apis/workflow/v1alpha1"
	"github.com/argoproj/argo-workflows/v3/workflow/common"
	"github.com/argoproj/argo-workflows/v3/workflow/validate"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"argo-testbed/internal/lint"
)

type argo struct{ templates templates }

// New knows no templates yet.
func New() lint.Argo {
	return argo{templates{map[[2]string]*wfv1.WorkflowTemplate{}, map[string]*wfv1.ClusterWorkflowTemplate{}}}
}

func (a argo) Parse(_ context.Context, text []byte) []lint.Parsed {
	var found []lint.Parsed
	for _, parsed := range common.ParseObjects(text, true) {
		found = append(found, lint.Parsed{Object: parsed.Object, Err: parsed.Err})
	}
	return found
}

func (a argo) Add(object metav1.Object) {
	switch template := object.(type) {
	case *wfv1.WorkflowTemplate:
		a.templates.local[[2]string{template.Namespace, template.Name}] = template
	case *wfv1.ClusterWorkflowTemplate:
		a.templates.global[template.Name] = template
	}
}

func (a argo) Validate(ctx context.Context, object metav1.Object) error {
	options := validate.ValidateOpts{Lint: true}
	namespaced, cluster := a.templates.namespaced(object.GetNamespace()), a.templates.cluster()
	switch o := object.(type) {
	case *wfv1.Workflow:
		return validate.ValidateWorkflow(namespaced, cluster, o, nil, options)
	case *wfv1.WorkflowTemplate:
		return validate.ValidateWorkflowTemplate(namespaced, cluster, o, nil, options)
	case *wfv1.ClusterWorkflowTemplate:
		return validate.ValidateClusterWorkflowTemplate(namespaced, cluster, o, nil, options)
	case *wfv1.CronWorkflow:
		return validate.ValidateCronWorkflow(ctx, namespaced, cluster, o, nil)
	}
	return nil
}
