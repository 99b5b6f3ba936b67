package argo3

import (
	"fmt"

	wfv1 "github.com/argoproj/argo-workflows/v3/pkg/apis/workflow/v1alpha1"
)

// templates are those that objects may refer to, by namespace and name; those of the cluster have no namespace.
type templates struct {
	local  map[[2]string]*wfv1.WorkflowTemplate
	global map[string]*wfv1.ClusterWorkflowTemplate
}

func (t templates) namespaced(namespace string) localGetter { return localGetter{t, namespace} }

func (t templates) cluster() globalGetter { return globalGetter{t} }

// localGetter finds the templates of one namespace.
type localGetter struct {
	templates templates
	namespace string
}

func (g localGetter) Get(name string) (*wfv1.WorkflowTemplate, error) {
	if template, found := g.templates.local[[2]string{g.namespace, name}]; found {
		return template, nil
	}
	return nil, fmt.Errorf("WorkflowTemplate %q of namespace %q is not among the files", name, g.namespace)
}

// globalGetter finds the templates of the cluster.
type globalGetter struct{ templates templates }

func (g globalGetter) Get(name string) (*wfv1.ClusterWorkflowTemplate, error) {
	if template, found := g.templates.global[name]; found {
		return template, nil
	}
	return nil, fmt.Errorf("ClusterWorkflowTemplate %q is not among the files", name)
}
